package io.parley.load;

import com.github.f4b6a3.uuid.UuidCreator;
import io.parley.measure.parley.Rest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the users and their conversations over REST, before anything is measured: groups of neighbours, the last one filled
 * up from the front, and a ring of direct conversations.
 */
final class Cast {

    private static final String PASSWORD = UUID.randomUUID().toString();

    private record Account(String userId, String token) {}

    private final Rest rest;

    private Cast(Rest rest) {
        this.rest = rest;
    }

    static List<Actor> engage(LoadSettings settings) {
        return new Cast(new Rest(settings.url())).actors(settings);
    }

    private List<Actor> actors(LoadSettings settings) {
        List<Account> accounts = new ArrayList<>();
        for (int i = 0; i < settings.users(); i++) {
            accounts.add(register("load-" + UUID.randomUUID().toString().substring(0, 18)));
        }
        List<List<Actor.Room>> groups = rooms(settings.users());
        for (int from = 0; from < settings.users(); from += settings.groupSize()) {
            settle(groups, accounts, "group", from, settings.groupSize());
        }
        List<List<Actor.Room>> directs = rooms(settings.users());
        for (int from = 0; from < settings.users(); from++) {
            settle(directs, accounts, "direct", from, 2);
        }
        List<Actor> actors = new ArrayList<>();
        for (int i = 0; i < settings.users(); i++) {
            Account account = accounts.get(i);
            actors.add(
                    new Actor(account.userId(), account.token(), i < settings.absent(), groups.get(i), directs.get(i)));
        }
        return actors;
    }

    private static List<List<Actor.Room>> rooms(int users) {
        List<List<Actor.Room>> rooms = new ArrayList<>();
        for (int i = 0; i < users; i++) {
            rooms.add(new ArrayList<>());
        }
        return rooms;
    }

    /** One conversation of neighbours, told to each of them. */
    private void settle(List<List<Actor.Room>> rooms, List<Account> accounts, String type, int from, int size) {
        List<Account> members = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            members.add(accounts.get((from + i) % accounts.size()));
        }
        Actor.Room room = new Actor.Room(
                create(type, members), members.stream().map(Account::userId).toList());
        for (int i = 0; i < size; i++) {
            rooms.get((from + i) % accounts.size()).add(room);
        }
    }

    private Account register(String username) {
        JsonNode session = rest.post(
                "/auth/register", null, Rest.body().put("username", username).put("password", PASSWORD));
        return new Account(
                session.required("user").required("id").asString(),
                session.required("accessToken").asString());
    }

    private String create(String type, List<Account> members) {
        ObjectNode body = Rest.body()
                .put("id", UuidCreator.getTimeOrderedEpoch().toString())
                .put("type", type);
        ArrayNode others = body.putArray("members");
        members.stream().skip(1).forEach(member -> others.add(member.userId()));
        if (type.equals("group")) {
            body.put("title", "Load");
        }
        return rest.post("/conversations", members.get(0).token(), body)
                .required("id")
                .asString();
    }
}
