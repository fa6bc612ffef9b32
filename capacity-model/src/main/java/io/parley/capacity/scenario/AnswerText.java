package io.parley.capacity.scenario;

import java.util.List;

/**
 * The words for an answer of the model.
 *
 * @param formula how it is computed, in words
 * @param inputs keys of the inputs that a reader would change first
 */
public record AnswerText(String id, String label, String formula, List<String> inputs) {}
