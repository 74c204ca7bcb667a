package dev.imagemill.helm;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A PromQL expression, as far as to see which metrics it asks for by which labels. */
record Query(String text) {
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern GROUPING =
            Pattern.compile("\\b(?:by|on|without|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
    private static final Pattern RANGE = Pattern.compile("\\[[^\\]]*]");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");
    private static final Pattern METRIC = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(\\s*[({])?");
    private static final Pattern MATCHERS = Pattern.compile("\\{([^}]*)}");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset", "inf", "nan");

    /** Metrics, each with the labels that it is selected by. */
    Map<String, Set<String>> metrics() {
        String bare = RANGE.matcher(
                        GROUPING.matcher(QUOTED.matcher(text).replaceAll("")).replaceAll(" "))
                .replaceAll("");
        Map<String, Set<String>> found = new TreeMap<>();
        int begin = 0;
        Matcher matcher = METRIC.matcher(bare);
        while (matcher.find(begin)) {
            String name = matcher.group(1);
            String next = matcher.group(2) == null ? "" : matcher.group(2).strip();
            begin = matcher.end();
            if (next.equals("(") || WORDS.contains(name.toLowerCase(Locale.ROOT)) || isNumber(bare, matcher.start())) {
                continue;
            }
            Set<String> labels = found.computeIfAbsent(name, _ -> new HashSet<>());
            if (next.equals("{")) {
                Matcher selector = MATCHERS.matcher(bare);
                if (!selector.find(matcher.end() - 1)) {
                    throw new IllegalArgumentException("no end of labels: " + text);
                }
                NAME.matcher(selector.group(1)).results().forEach(label -> labels.add(label.group()));
                begin = selector.end();
            }
        }
        return found;
    }

    /** Whether every bracket has its partner. */
    boolean isBalanced() {
        int depth = 0;
        for (char c : QUOTED.matcher(text).replaceAll("").toCharArray()) {
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            if (depth < 0) {
                return false;
            }
        }
        return depth == 0;
    }

    /** The exponent of a number is no name. */
    private static boolean isNumber(String text, int start) {
        return start > 0 && Character.isDigit(text.charAt(start - 1));
    }
}
