package io.parley.model;

/** What an element of the model is, in the words of the C4 model. */
public enum ElementKind {
    PERSON("Person"),
    SYSTEM("Software system"),
    CONTAINER("Container"),
    COMPONENT("Component"),
    ENVIRONMENT("Deployment environment"),
    NODE("Deployment node"),
    INFRASTRUCTURE("Infrastructure"),
    INSTANCE("Instance of a container");

    private final String label;

    ElementKind(String label) {
        this.label = label;
    }

    /** The word that pages and legends use. */
    public String label() {
        return label;
    }
}
