package io.parley.threats;

/** The two lists of questions that are asked. */
public enum Framework {
    /** Security: asked of every flow that crosses a trust boundary. */
    STRIDE,
    /** Privacy: asked of every flow and every store of personal data. */
    LINDDUN
}
