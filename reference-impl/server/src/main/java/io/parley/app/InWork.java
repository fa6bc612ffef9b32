package io.parley.app;

import java.util.HashMap;
import java.util.Map;

/**
 * How many of a kind are in work, by whose they are, and all together. Only who has some is held. Safe for several threads.
 *
 * <p>Where some are kept for owners that come new, owners also share the rest: nobody gets more than is left then. So each
 * that takes what it can leaves half of what it found. When that reaches what is kept, each gets a small part of what is left,
 * at last one, so that who needs a few at a time gets on as well.
 */
final class InWork<K> {

    /** Of what is left then, who comes new may have a part of so many: a page asks for a few things at once. */
    private static final int PARTS_OF_LEFT = 8;

    private final int ofOneMax;
    private final int allMax;
    private final int keptForNew;
    private final Map<K, Integer> byOwner = new HashMap<>();
    private int all;

    /** Who comes first takes as many as anybody may have. */
    InWork(int ofOneMax, int allMax) {
        this(ofOneMax, allMax, 0);
    }

    /** @param keptForNew how many of all go to owners that have few or none; if 0, owners need not leave anything to others */
    InWork(int ofOneMax, int allMax, int keptForNew) {
        this.ofOneMax = ofOneMax;
        this.allMax = allMax;
        this.keptForNew = keptForNew;
    }

    /** False if the owner has as many as it may have, or there are as many as there may be. */
    synchronized boolean begin(K owner) {
        int present = byOwner.getOrDefault(owner, 0);
        if (present >= ofOneMax || all >= allMax || takesFromOthers(present + 1)) {
            return false;
        }
        byOwner.put(owner, present + 1);
        all++;
        return true;
    }

    private boolean takesFromOthers(int wanted) {
        int left = allMax - all - 1;
        return keptForNew > 0 && wanted > 1 && wanted > Math.max(left - keptForNew, left / PARTS_OF_LEFT);
    }

    synchronized void end(K owner) {
        byOwner.computeIfPresent(owner, (same, present) -> present == 1 ? null : present - 1);
        all--;
    }

    /** How many owners are held in memory: no more than there may be in work. */
    synchronized int held() {
        return byOwner.size();
    }
}
