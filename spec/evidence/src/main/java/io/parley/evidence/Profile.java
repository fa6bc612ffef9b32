package io.parley.evidence;

/**
 * A deployment profile: the architecture at one scale.
 *
 * @param source number of the document that describes it
 * @param users who uses such an installation
 * @param holds the numbers that it must hold
 */
public record Profile(String id, String source, String users, String holds) {}
