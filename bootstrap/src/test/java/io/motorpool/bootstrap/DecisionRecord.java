package io.motorpool.bootstrap;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One file of {@code adr/}, and what is wrong with it.
 *
 * @param file its name
 */
record DecisionRecord(String file, String text) {

    private static final Pattern FILE = Pattern.compile("(\\d{4})-[a-z0-9]+(-[a-z0-9]+)*\\.md");
    private static final Pattern TITLE = Pattern.compile("# (\\d+)\\. \\S.*");
    private static final Pattern STATUS =
            Pattern.compile("(?m)^Status: (Proposed|Accepted|Rejected|Superseded by (\\d{4}))$");
    private static final Pattern DATE = Pattern.compile("(?m)^Date: (\\S+)$");
    private static final Pattern HEADING = Pattern.compile("(?m)^## (.*)$");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final List<String> HEADINGS =
            List.of("Context", "Decision", "Options", "Consequences", "Enforced by");
    private static final int LONGEST = 60;

    /** 0 if its name has none. */
    int number() {
        Matcher name = FILE.matcher(file);
        return name.matches() ? Integer.parseInt(name.group(1)) : 0;
    }

    /**
     * @param exists whether there is a record of this number
     * @param names whether the sources know this name
     */
    List<String> complaints(Predicate<Integer> exists, Predicate<String> names) {
        List<String> complaints = new ArrayList<>();
        checkTitle(complaints);
        checkStatus(complaints, exists);
        checkDate(complaints);
        checkHeadings(complaints);
        checkEnforcement(complaints, names);
        if (text.lines().count() > LONGEST) {
            complaints.add("longer than a page");
        }
        return complaints.stream().map(each -> file + ": " + each).toList();
    }

    private void checkTitle(List<String> complaints) {
        if (number() == 0) {
            complaints.add("the name is not a number of four digits and words");
        }
        Matcher title = TITLE.matcher(text.lines().findFirst().orElse(""));
        if (!title.matches() || Integer.parseInt(title.group(1)) != number()) {
            complaints.add("the title does not begin with its number");
        }
    }

    private void checkStatus(List<String> complaints, Predicate<Integer> exists) {
        Matcher status = STATUS.matcher(text);
        if (!status.find()) {
            complaints.add("the status is not one of Proposed, Accepted, Rejected, Superseded by NNNN");
        } else if (status.group(2) != null && !exists.test(Integer.parseInt(status.group(2)))) {
            complaints.add("superseded by a record that does not exist");
        }
    }

    private void checkDate(List<String> complaints) {
        Matcher date = DATE.matcher(text);
        try {
            if (!date.find() || LocalDate.parse(date.group(1)).getYear() < 2026) {
                complaints.add("there is no date");
            }
        } catch (DateTimeParseException _) {
            complaints.add("the date is none");
        }
    }

    private void checkHeadings(List<String> complaints) {
        List<String> headings =
                HEADING.matcher(text).results().map(found -> found.group(1)).toList();
        if (!headings.equals(HEADINGS)) {
            complaints.add("the headings are %s instead of %s".formatted(headings, HEADINGS));
        } else if (!part("Decision").startsWith("We ")) {
            complaints.add("the decision does not begin with \"We\"");
        }
    }

    private void checkEnforcement(List<String> complaints, Predicate<String> names) {
        List<String> quoted = QUOTED.matcher(part("Enforced by"))
                .results()
                .map(found -> found.group(1))
                .toList();
        if (quoted.isEmpty()) {
            complaints.add("nothing is named that enforces it");
        }
        quoted.stream()
                .filter(Predicate.not(names))
                .forEach(name -> complaints.add("enforced by %s, which does not exist".formatted(name)));
    }

    private String part(String heading) {
        int begin = text.indexOf("## " + heading + "\n");
        if (begin < 0) {
            return "";
        }
        int from = begin + heading.length() + 4;
        int end = text.indexOf("\n## ", from);
        return text.substring(from, end < 0 ? text.length() : end).strip();
    }
}
