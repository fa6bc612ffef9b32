package io.parley.app;

import java.util.HashMap;
import java.util.Map;

/** How many of a kind are in work, by whose they are, and all together. Only who has some is held. Safe for several threads. */
final class InWork<K> {

    private final int ofOneMax;
    private final int allMax;
    private final Map<K, Integer> byOwner = new HashMap<>();
    private int all;

    InWork(int ofOneMax, int allMax) {
        this.ofOneMax = ofOneMax;
        this.allMax = allMax;
    }

    /** False if the owner has as many as anybody may have, or there are as many as there may be. */
    synchronized boolean begin(K owner) {
        int present = byOwner.getOrDefault(owner, 0);
        if (present >= ofOneMax || all >= allMax) {
            return false;
        }
        byOwner.put(owner, present + 1);
        all++;
        return true;
    }

    synchronized void end(K owner) {
        byOwner.computeIfPresent(owner, (same, present) -> present == 1 ? null : present - 1);
        all--;
    }

    /** How many owners are held in memory. */
    synchronized int held() {
        return byOwner.size();
    }
}
