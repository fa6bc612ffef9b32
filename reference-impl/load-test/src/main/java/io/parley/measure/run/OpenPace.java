package io.parley.measure.run;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Open loop: many users who do not wait for each other. Messages are due at random times that average to the rate (a Poisson
 * process), whatever became of those before; a system that stalls meets all that was due meanwhile, and each of them counts
 * from when it was due.
 */
public final class OpenPace implements Pace {

    private static final double NANOS = 1e9;

    /**
     * Conversations of one kind.
     *
     * @param weight how often one of them is chosen, relative to the other kinds
     */
    public record Share(double weight, List<Room> rooms) {

        public Share {
            rooms = List.copyOf(rooms);
            if (weight < 0 || rooms.isEmpty()) {
                throw new IllegalArgumentException(
                        "weight=" + weight + ", expected 0 or more, of one conversation or more");
            }
        }
    }

    private final double perSecond;
    private final List<Share> shares;
    private final double weights;
    private final Random random;
    private final long startNanos;
    private double elapsedSeconds;

    public OpenPace(double perSecond, List<Share> shares, Random random, long startNanos) {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("perSecond=" + perSecond + ", expected more than 0");
        }
        this.perSecond = perSecond;
        this.shares = List.copyOf(shares);
        this.weights = shares.stream().mapToDouble(Share::weight).sum();
        this.random = random;
        this.startNanos = startNanos;
        advance();
    }

    @Override
    public long nextDueNanos() {
        return startNanos + (long) (elapsedSeconds * NANOS);
    }

    @Override
    public Optional<Slot> take(long nowNanos) {
        long due = nextDueNanos();
        if (due - nowNanos > 0) {
            return Optional.empty();
        }
        advance();
        Room room = room();
        return Optional.of(new Slot(due, room.member(random.nextInt(room.size())), room));
    }

    @Override
    public void ended(Slot slot, long nowNanos) {
        // Nobody waits for it.
    }

    private void advance() {
        elapsedSeconds -= Math.log(1 - random.nextDouble()) / perSecond;
    }

    private Room room() {
        double at = random.nextDouble() * weights;
        for (Share share : shares) {
            at -= share.weight();
            if (at < 0) {
                return share.rooms().get(random.nextInt(share.rooms().size()));
            }
        }
        List<Room> last = shares.get(shares.size() - 1).rooms();
        return last.get(random.nextInt(last.size()));
    }
}
