package io.parley.model;

/** The kind of picture that a view is. */
public enum ViewKind {
    CONTEXT,
    CONTAINER,
    COMPONENT,
    /** A component view that says so: what flows between the elements, over which trust boundary. */
    DATA_FLOW,
    DEPLOYMENT,
    DYNAMIC
}
