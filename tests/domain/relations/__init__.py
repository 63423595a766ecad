"""What entries hang on."""
