"""What must hold for every agreement that can be written, tried on generated ones."""
