"""Programmes as pages."""
