package io.parley.capacity;

import java.util.List;

/** Left-aligned columns of fixed widths; the last one is as wide as its text. */
final class Table {

    private final int[] widths;
    private final StringBuilder out = new StringBuilder();

    /**
     * An empty table.
     *
     * @param widths of the columns; the last holds for those that follow as well
     */
    Table(int... widths) {
        this.widths = widths.clone();
    }

    void title(String title) {
        out.append("\n").append(title).append("\n");
    }

    void row(List<String> cells) {
        StringBuilder line = new StringBuilder();
        int end = 0;
        for (int i = 0; i < cells.size(); i++) {
            // A cell that is too long moves those after it instead of losing its end.
            line.append(line.length() > end - 2 && end > 0 ? "  " : " ".repeat(Math.max(0, end - line.length())));
            line.append(cells.get(i));
            end += widths[Math.min(i, widths.length - 1)];
        }
        out.append(line.toString().stripTrailing()).append("\n");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
