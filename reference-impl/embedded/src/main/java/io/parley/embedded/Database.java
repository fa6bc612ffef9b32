package io.parley.embedded;

/** How to reach a database. The text form leaves the password out. */
public record Database(String url, String username, String password) {

    @Override
    public String toString() {
        return "Database[url=" + url + ", username=" + username + "]";
    }
}
