package io.parley.measure.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the clients saw, and what is wrong with it. The server is not asked: a message is lost when it was accepted and did
 * not come to every recipient, doubled when it came to one twice, out of order when it came after one of its conversation
 * that stands behind it, and displaced when two clients saw it at different positions.
 */
public final class Histories {

    /** A delivery that was the first of its kind. */
    record Arrival(Message message, boolean last) {}

    private final List<Message> messages = new ArrayList<>();
    private final Map<Long, Long> latest = new HashMap<>();
    private long underWay;
    private long doubled;
    private long outOfOrder;
    private long displaced;
    private long strange;
    private long refused;

    /** A message is about to be sent. Returns its number. */
    int sent(Pace.Slot slot, long nowNanos, boolean measured) {
        messages.add(new Message(slot, nowNanos, measured));
        underWay++;
        return messages.size() - 1;
    }

    /** Empty for one that nobody sent, and for a repeated answer. */
    Optional<Message> accepted(int number, long position) {
        Optional<Message> message = known(number).filter(Message::accept);
        message.filter(known -> !known.standsAt(position)).ifPresent(known -> displaced++);
        return message;
    }

    /** Empty for one that nobody sent, and for a repeated answer. */
    Optional<Message> refused(int number) {
        Optional<Message> message = known(number).filter(Message::refuse);
        message.ifPresent(known -> {
            refused++;
            underWay--;
        });
        return message;
    }

    /** Empty for what is no new delivery: the author's own copy, or something that is counted as wrong. */
    Optional<Arrival> received(int user, int number, long position) {
        Optional<Message> known = known(number);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Message message = known.get();
        int member = message.slot.room().place(user);
        if (member < 0) {
            strange++;
            return Optional.empty();
        }
        boolean author = message.slot.sender() == user;
        if (!message.deliver(member, author)) {
            doubled++;
            return Optional.empty();
        }
        inOrder(user, message, position);
        if (author || message.isRefused()) {
            return Optional.empty();
        }
        boolean last = message.missing() == 0;
        underWay -= last ? 1 : 0;
        return Optional.of(new Arrival(message, last));
    }

    private void inOrder(int user, Message message, long position) {
        displaced += message.standsAt(position) ? 0 : 1;
        long place = (long) user << 32 | message.slot.room().index();
        Long before = latest.get(place);
        if (before == null || before < position) {
            latest.put(place, position);
        } else {
            outOfOrder++;
        }
    }

    private Optional<Message> known(int number) {
        if (number < 0 || number >= messages.size()) {
            strange++;
            return Optional.empty();
        }
        return Optional.of(messages.get(number));
    }

    /** The messages that count and have not come to every recipient, though nothing is known that would excuse it. */
    List<Message> missing() {
        return messages.stream()
                .filter(message -> message.measured && message.missing() > 0)
                .toList();
    }

    /** Messages that have not come to every recipient yet. */
    public long underWay() {
        return underWay;
    }

    int count() {
        return messages.size();
    }

    /** The verdict as of now. */
    public Findings findings() {
        long lost = 0;
        long unanswered = 0;
        for (Message message : messages) {
            lost += message.isAccepted() ? message.missing() : 0;
            unanswered += message.isUnanswered() ? 1 : 0;
        }
        return new Findings(messages.size(), lost, doubled, outOfOrder, displaced, strange, refused, unanswered);
    }
}
