package io.parley.capacity.model;

/** What the inputs must be to each other; ranges of single inputs stand in the scenario. */
public enum Consistency {
    SHARES("direct-share + large-share, expected at most 1"),
    GROUPS("group-members, expected at most large-members"),
    HEAP("base-heap-mib, expected less than node-heap-mib × heap-share"),
    CACHE("cache-mib, expected at most base-heap-mib"),
    COPIES("copy-regions, expected at most regions");

    private final String message;

    Consistency(String message) {
        this.message = message;
    }

    /** Which inputs, and what is expected of them. */
    public String message() {
        return message;
    }

    /** Whether the inputs fit together in this respect. */
    public boolean holds(Inputs in) {
        return switch (this) {
            case SHARES -> in.get(Input.DIRECT_SHARE) + in.get(Input.LARGE_SHARE) <= 1;
            case GROUPS -> in.get(Input.GROUP_MEMBERS) <= in.get(Input.LARGE_MEMBERS);
            case HEAP -> in.get(Input.BASE_HEAP_MIB) < in.get(Input.NODE_HEAP_MIB) * in.get(Input.HEAP_SHARE);
            case CACHE -> in.get(Input.CACHE_MIB) <= in.get(Input.BASE_HEAP_MIB);
            case COPIES -> in.get(Input.COPY_REGIONS) <= in.get(Input.REGIONS);
        };
    }
}
