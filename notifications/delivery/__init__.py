"""How does a message leave the house?"""
