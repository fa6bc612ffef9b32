package io.parley.capacity.model;

/** Heading under which inputs or answers stand; each list has its own order. */
public enum Group {
    PEOPLE("People"),
    MESSAGES("Messages"),
    DATA("What is kept"),
    NODES("Application nodes"),
    STORES("Stores"),
    LATENCY("Latency and availability"),
    LOAD("Load at the peak"),
    TRAFFIC("Traffic"),
    COST("Cost per user");

    private final String title;

    Group(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
