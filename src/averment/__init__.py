"""Averment: from an appeal to a submission whose every claim can be checked."""
