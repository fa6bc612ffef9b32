package io.parley.capacity.model;

/** What people do to the system at the peak. */
final class Load {

    static final double DAY_SECONDS = 86_400;
    static final double HOUR_SECONDS = 3_600;

    private Load() {}

    static void solve(Inputs in, Answers out) {
        double usersOnline = in.get(Input.USERS) * in.get(Input.ONLINE_SHARE);
        double connections = usersOnline * in.get(Input.CONNECTIONS_PER_ONLINE_USER);
        double messagesMean = in.get(Input.USERS) * in.get(Input.MESSAGES_PER_USER_DAY) / DAY_SECONDS;
        double messages = messagesMean * in.get(Input.PEAK_FACTOR);
        double appends = messages * in.get(Input.ENTRIES_PER_MESSAGE);
        double members = membersPerMessage(in);
        double pushesPerEntry =
                (1 + (members - 1) * in.get(Input.RECIPIENT_ONLINE_SHARE)) * in.get(Input.CONNECTIONS_PER_ONLINE_USER);
        double connects = connections * in.get(Input.RECONNECTS_PER_CONNECTION_HOUR) / HOUR_SECONDS;
        out.set(Answer.USERS_ONLINE, usersOnline);
        out.set(Answer.CONNECTIONS, connections);
        out.set(Answer.MESSAGES_MEAN, messagesMean);
        out.set(Answer.MESSAGES, messages);
        out.set(Answer.APPENDS, appends);
        out.set(Answer.BATCHES, appends / in.get(Input.BATCH_ENTRIES));
        out.set(Answer.MEMBERS_PER_MESSAGE, members);
        out.set(Answer.PUSHES_PER_ENTRY, pushesPerEntry);
        out.set(Answer.PUSHES, appends * pushesPerEntry);
        out.set(Answer.INBOX_WRITES, appends * members * in.get(Input.INBOX_ROWS_PER_MEMBER));
        out.set(Answer.CURSOR_WRITES, appends * (members - 1) * in.get(Input.CURSORS_PER_RECIPIENT));
        out.set(Answer.CONNECTS, connects);
        out.set(Answer.PAGES, usersOnline * in.get(Input.PAGES_PER_ONLINE_USER_HOUR) / HOUR_SECONDS + connects);
    }

    private static double membersPerMessage(Inputs in) {
        double direct = in.get(Input.DIRECT_SHARE);
        double large = in.get(Input.LARGE_SHARE);
        return direct * 2 + large * in.get(Input.LARGE_MEMBERS) + (1 - direct - large) * in.get(Input.GROUP_MEMBERS);
    }
}
