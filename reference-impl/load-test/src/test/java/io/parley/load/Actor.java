package io.parley.load;

import java.util.List;

/**
 * One user of the load.
 *
 * @param absent does not connect, although messages are meant for this user
 */
record Actor(String userId, String token, boolean absent, List<Room> groups, List<Room> directs) {

    /** A conversation and all its members. */
    record Room(String id, List<String> members) {}
}
