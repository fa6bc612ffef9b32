package io.parley.acceptance.crash;

import io.parley.kernel.ConversationId;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The clients' histories beside what the server shows, with the look-ups that the rules share. */
final class Evidence {

    /** A message and who made it. */
    record Message(UserId author, Event.Sent sent) {}

    private final List<History> histories;
    private final List<View> views;
    private final Map<EntryId, Message> sent = new HashMap<>();
    private final Map<EntryId, Event.Acknowledged> acknowledged = new HashMap<>();
    private final Map<ConversationId, UserId> creators = new HashMap<>();
    private final Map<ConversationId, Set<UserId>> members = new HashMap<>();
    private final NavigableMap<ConversationId, List<LogEntry>> logs = new TreeMap<>();

    /** @param views of at least one member of every conversation */
    Evidence(List<History> histories, List<View> views) {
        this.histories = List.copyOf(histories);
        this.views = List.copyOf(views);
        for (History history : histories) {
            history.all(Event.Sent.class).forEach(event -> sent.put(event.id(), new Message(history.user(), event)));
            history.all(Event.Acknowledged.class).forEach(event -> acknowledged.putIfAbsent(event.id(), event));
            history.all(Event.Created.class).forEach(event -> {
                creators.put(event.conversation(), history.user());
                members.put(event.conversation(), event.members());
            });
        }
        views.forEach(view -> view.logs().forEach(logs::putIfAbsent));
    }

    List<History> histories() {
        return histories;
    }

    List<View> views() {
        return views;
    }

    /** Each conversation's log as its first reader saw it; a rule compares the others with it. */
    NavigableMap<ConversationId, List<LogEntry>> logs() {
        return logs;
    }

    List<LogEntry> log(ConversationId conversation) {
        return logs.getOrDefault(conversation, List.of());
    }

    /** The position that the log ends with. */
    Seq head(ConversationId conversation) {
        return log(conversation).stream().map(LogEntry::seq).max(Seq::compareTo).orElse(Seq.NONE);
    }

    Optional<Message> message(EntryId id) {
        return Optional.ofNullable(sent.get(id));
    }

    Optional<Event.Acknowledged> acknowledgement(EntryId id) {
        return Optional.ofNullable(acknowledged.get(id));
    }

    Optional<UserId> creator(ConversationId conversation) {
        return Optional.ofNullable(creators.get(conversation));
    }

    /** By what its creator wrote down; nobody belongs to a conversation that nobody made. */
    boolean isMember(UserId user, ConversationId conversation) {
        return members.getOrDefault(conversation, Set.of()).contains(user);
    }
}
