package io.github.camelwechat.material.springboot;

import java.beans.PropertyDescriptor;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.beans.BeanUtils;

/**
 * The names that the options of one class have in files, with dashes: {@code api-url}.
 *
 * @param names sorted
 */
record OptionNames(List<String> names) {

    static OptionNames of(Class<?> bean) {
        return new OptionNames(
                Arrays.stream(BeanUtils.getPropertyDescriptors(bean))
                        .filter(property -> property.getWriteMethod() != null)
                        .map(PropertyDescriptor::getName).map(OptionNames::dashed).sorted().toList());
    }

    OptionNames without(String... left) {
        return new OptionNames(names.stream().filter(name -> !Arrays.asList(left).contains(name)).toList());
    }

    /** {@return the names, each below a group: {@code accounts.brand-a.api-url}} */
    Stream<String> below(String group) {
        return names.stream().map(name -> group + "." + name);
    }

    /** {@return the option that is meant, whatever its case and dashes} */
    Optional<String> find(String written) {
        return names.stream().filter(name -> uniform(name).equals(uniform(written))).findFirst();
    }

    /** {@return a name as Spring Boot compares it: without dashes, and in lower case} */
    static String uniform(String name) {
        return name.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
    }

    /** {@return the candidate that is made of the written name with the fewest edits} */
    static String nearest(Collection<String> candidates, String written) {
        return candidates.stream().min(Comparator.comparingInt(candidate -> distance(candidate, written))).orElseThrow();
    }

    /** {@return Levenshtein's distance, whatever the case} */
    static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, column -> column);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }

    /** {@return the name of a bean's property as it is in files} */
    static String dashed(String camelCase) {
        return camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
