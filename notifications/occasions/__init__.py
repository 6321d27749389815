"""What is a letter written for? One function an occasion, one folder of templates each."""
