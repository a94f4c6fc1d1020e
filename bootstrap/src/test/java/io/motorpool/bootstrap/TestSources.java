package io.motorpool.bootstrap;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which test keeps which contract, read from the sources: the tests of the adapters are on nobody's class path but their
 * own.
 */
final class TestSources {

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*");
    private static final Pattern TYPE = Pattern.compile(
            "(?m)^(?<before>[a-z ]*)\\b(?<kind>class|interface) (?<name>\\w+)[^{]*?(?<parents>(extends|implements)[^{]*)?\\{");
    private static final Pattern NAME = Pattern.compile("\\w+");

    private final Map<String, Set<String>> parents = new HashMap<>();
    private final Set<String> fakes = new HashSet<>();
    private final Set<String> adapters = new HashSet<>();

    static TestSources ofRepository() {
        TestSources sources = new TestSources();
        for (Path file : Repository.files(".java")) {
            sources.add(Repository.name(file), Repository.read(file));
        }
        return sources;
    }

    void add(String file, String source) {
        boolean ofApplication = file.startsWith("application/src/test/");
        boolean ofAdapter = file.startsWith("adapters/") && file.contains("/src/test/");
        if (!ofApplication && !ofAdapter) {
            return;
        }
        Matcher type = TYPE.matcher(COMMENT.matcher(source).replaceAll(""));
        while (type.find()) {
            String name = type.group("name");
            parents.computeIfAbsent(name, _ -> new HashSet<>()).addAll(names(type.group("parents")));
            if (type.group("kind").equals("class")
                    && !type.group("before").contains("abstract")
                    && name.endsWith("Test")) {
                (ofApplication ? fakes : adapters).add(name);
            }
        }
    }

    private static Set<String> names(@Nullable String header) {
        Set<String> names = new HashSet<>();
        Matcher name = NAME.matcher(header == null ? "" : header);
        while (name.find()) {
            names.add(name.group());
        }
        return names;
    }

    boolean knows(String contract) {
        return parents.containsKey(contract);
    }

    boolean isKeptByFake(String contract) {
        return isKept(fakes, contract);
    }

    boolean isKeptByAdapter(String contract) {
        return isKept(adapters, contract);
    }

    private boolean isKept(Collection<String> tests, String contract) {
        return tests.stream().anyMatch(test -> ancestors(test).contains(contract));
    }

    private Set<String> ancestors(String type) {
        Set<String> found = new HashSet<>();
        List<String> next = List.of(type);
        while (!next.isEmpty()) {
            next = next.stream()
                    .flatMap(each -> parents.getOrDefault(each, Set.of()).stream())
                    .filter(found::add)
                    .toList();
        }
        return found;
    }
}
