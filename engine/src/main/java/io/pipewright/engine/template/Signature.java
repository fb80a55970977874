package io.pipewright.engine.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The parameters of a function of ours, written as in `old new count?`: a question mark makes one
/// optional, `*` takes further positional and `**` further named arguments.
record Signature(List<String> names, int required, boolean takesRest, boolean takesNamed) {
    static Signature of(String text) {
        var names = new ArrayList<String>();
        var required = 0;
        var rest = false;
        var named = false;
        for (var word : text.isEmpty() ? new String[0] : text.split(" ")) {
            if (word.equals("*")) rest = true;
            else if (word.equals("**")) named = true;
            else if (word.endsWith("?")) names.add(word.substring(0, word.length() - 1));
            else {
                names.add(word);
                required = names.size();
            }
        }
        return new Signature(List.copyOf(names), required, rest, named);
    }

    Bound bind(String function, Arguments given) {
        var fixed = Math.min(names.size(), given.positional().size());
        var slots = new ArrayList<Optional<Value>>();
        given.positional().subList(0, fixed).forEach(value -> slots.add(Optional.of(value)));
        while (slots.size() < names.size()) slots.add(Optional.empty());
        var rest = given.positional().subList(fixed, given.positional().size());
        if (!rest.isEmpty() && !takesRest) throw tooMany(function, given.positional().size());
        var named = placeNamed(function, given.named(), slots);
        for (var i = 0; i < required; i++) {
            if (slots.get(i).isEmpty()) {
                throw TemplateException.of(
                        function + "() misses the argument '" + names.get(i) + "'");
            }
        }
        return new Bound(function, slots, rest, named);
    }

    private Map<String, Value> placeNamed(
            String function, Map<String, Value> given, List<Optional<Value>> slots) {
        if (given.isEmpty()) return Map.of();
        var others = new HashMap<String, Value>();
        given.forEach(
                (name, value) -> {
                    var slot = names.indexOf(name);
                    if (slot < 0) others.put(name, value);
                    else if (slots.set(slot, Optional.of(value)).isPresent()) {
                        throw TemplateException.of(
                                function + "() got the argument '" + name + "' twice");
                    }
                });
        if (!others.isEmpty() && !takesNamed) {
            throw TemplateException.of(
                    function + "() has no parameter '" + others.keySet().iterator().next() + "'");
        }
        return takesNamed ? ordered(given, others) : others;
    }

    private static Map<String, Value> ordered(Map<String, Value> given, Map<String, Value> kept) {
        var result = new LinkedHashMap<>(given);
        result.keySet().retainAll(kept.keySet());
        return result;
    }

    private TemplateException tooMany(String function, int given) {
        return TemplateException.of(
                function + "() takes " + names.size() + " arguments but got " + given);
    }
}
