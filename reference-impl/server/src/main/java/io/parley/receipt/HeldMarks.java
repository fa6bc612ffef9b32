package io.parley.receipt;

import io.parley.kernel.DeviceId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The durable marks of one conversation as this node knows them. Safe for use by several threads. */
final class HeldMarks {

    private final Map<UserId, Map<DeviceId, Mark>> marks = new HashMap<>();
    private boolean loaded;
    private @Nullable Mark toldOfAll;

    synchronized void add(Collection<DeviceMark> more) {
        more.forEach(each -> marks.computeIfAbsent(each.user(), user -> new HashMap<>())
                .merge(each.device(), each.mark(), Mark::max));
    }

    synchronized void loaded(Collection<DeviceMark> stored) {
        add(stored);
        loaded = true;
    }

    synchronized boolean isLoaded() {
        return loaded;
    }

    synchronized boolean covers(DeviceMark report) {
        return loaded
                && marks.getOrDefault(report.user(), Map.of())
                        .getOrDefault(report.device(), Mark.NONE)
                        .covers(report.mark());
    }

    /** A member's mark is the highest of their devices'. */
    synchronized Mark of(UserId user) {
        return marks.getOrDefault(user, Map.of()).values().stream()
                .reduce(Mark::max)
                .orElse(Mark.NONE);
    }

    /** No mark is above this position. */
    synchronized Seq highest() {
        return marks.values().stream()
                .flatMap(devices -> devices.values().stream())
                .map(Mark::delivered)
                .max(Comparator.naturalOrder())
                .orElse(Seq.NONE);
    }

    /** How far a member's devices have told that they read; what an author has read besides, their inbox may not show yet. */
    synchronized Seq reportedRead(UserId user) {
        return marks.getOrDefault(user, Map.of()).entrySet().stream()
                .filter(each -> !each.getKey().equals(DeviceMark.SENT))
                .map(each -> each.getValue().read())
                .max(Comparator.naturalOrder())
                .orElse(Seq.NONE);
    }

    synchronized ConversationMarks of(Collection<UserId> members) {
        SortedMap<UserId, Mark> byMember = new TreeMap<>();
        members.forEach(member -> byMember.put(member, of(member)));
        return new ConversationMarks(byMember);
    }

    /** True if nobody was told this yet; from now on it counts as told. */
    synchronized boolean tellsNews(Mark all) {
        boolean news = !all.equals(toldOfAll);
        toldOfAll = all;
        return news;
    }

    /** Rows, for the bound of the cache. */
    synchronized int size() {
        return 1 + marks.values().stream().mapToInt(Map::size).sum();
    }
}
