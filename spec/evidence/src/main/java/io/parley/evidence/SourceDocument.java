package io.parley.evidence;

/** A document that asks for the system; {@code id} is its three-digit number. */
public record SourceDocument(String id, String title, String kind) {}
