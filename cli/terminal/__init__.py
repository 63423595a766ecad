"""What all commands share: options, output, drawing, how a run ends."""
