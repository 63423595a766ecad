"""The API over ASGI."""
