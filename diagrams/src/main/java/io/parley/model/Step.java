package io.parley.model;

/**
 * One step of a dynamic view.
 *
 * @param source canonical id of the element that acts
 * @param target canonical id
 * @param text what is done
 * @param relationship the static relationship that carries the step
 * @param response whether the step runs against the direction of that relationship
 */
public record Step(String source, String target, String text, Relationship relationship, boolean response) {}
