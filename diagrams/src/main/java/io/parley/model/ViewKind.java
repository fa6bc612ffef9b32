package io.parley.model;

/** The kind of picture that a view is. */
public enum ViewKind {
    CONTEXT,
    CONTAINER,
    COMPONENT,
    DEPLOYMENT,
    DYNAMIC
}
