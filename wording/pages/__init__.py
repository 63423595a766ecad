"""What pages say, a module for each subject; what several rooms say stands in ``wording`` itself."""
