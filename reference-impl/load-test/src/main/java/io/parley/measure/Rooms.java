package io.parley.measure;

import io.parley.measure.run.Room;
import java.util.ArrayList;
import java.util.List;

/** Who is in a conversation with whom. */
final class Rooms {

    private Rooms() {}

    /** Each user and the next, the last with the first. */
    static List<Room> ring(int users) {
        List<Room> rooms = new ArrayList<>();
        for (int i = 0; i < users; i++) {
            rooms.add(new Room(i, i, (i + 1) % users));
        }
        return rooms;
    }

    /** Groups of neighbours, the last one filled up from the front, so that each user is in one or more. */
    static List<Room> groups(int users, int size, int firstIndex) {
        List<Room> rooms = new ArrayList<>();
        for (int from = 0; from < users; from += size) {
            int[] members = new int[size];
            for (int i = 0; i < size; i++) {
                members[i] = (from + i) % users;
            }
            rooms.add(new Room(firstIndex + rooms.size(), members));
        }
        return rooms;
    }
}
