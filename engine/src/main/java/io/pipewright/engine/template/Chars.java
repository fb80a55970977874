package io.pipewright.engine.template;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Python counts characters in code points and has its own idea of white space and line ends.
final class Chars {
    private Chars() {}

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    static String at(String text, int index) {
        var start = offset(text, index);
        return text.substring(start, start + Character.charCount(text.codePointAt(start)));
    }

    /// From one code point to another, both within the text.
    static String part(String text, int from, int to) {
        if (from >= to) return "";
        return text.substring(offset(text, from), offset(text, to));
    }

    static List<String> each(String text) {
        var all = new ArrayList<String>();
        text.codePoints().forEach(point -> all.add(Character.toString(point)));
        return all;
    }

    private static int offset(String text, int index) {
        return length(text) == text.length() ? index : text.offsetByCodePoints(0, index);
    }

    /// A start or end as in a slice: negative counts from the end, too far means the end.
    static int bound(Optional<Value> given, int otherwise, int length) {
        if (given.isEmpty() || given.get() == None.NONE) return otherwise;
        if (!(given.get() instanceof Num number) || number instanceof Num.Real) {
            throw TemplateException.of("slice indices must be whole numbers or None");
        }
        var whole = Num.whole(number);
        if (whole.signum() < 0) whole = whole.add(BigInteger.valueOf(length));
        if (whole.signum() < 0) return 0;
        return whole.bitLength() > 31 ? length : (int) Math.min(whole.longValue(), length);
    }

    static boolean isSpace(int point) {
        if ((point >= 9 && point <= 13) || (point >= 28 && point <= 32)) return true;
        return point == 0x85
                || point == 0xa0
                || (point > 0xff && Character.getType(point) == Character.SPACE_SEPARATOR)
                || point == 0x2028
                || point == 0x2029;
    }

    static String strip(String text) {
        return stripEnd(stripStart(text));
    }

    static String stripStart(String text) {
        var start = 0;
        while (start < text.length() && isSpace(text.charAt(start))) start++;
        return text.substring(start);
    }

    static String stripEnd(String text) {
        var end = text.length();
        while (end > 0 && isSpace(text.charAt(end - 1))) end--;
        return text.substring(0, end);
    }

    static String stripStart(String text, String chars) {
        var start = 0;
        while (start < text.length()) {
            var point = text.codePointAt(start);
            if (chars.indexOf(point) < 0) break;
            start += Character.charCount(point);
        }
        return text.substring(start);
    }

    static String stripEnd(String text, String chars) {
        var end = text.length();
        while (end > 0) {
            var point = text.codePointBefore(end);
            if (chars.indexOf(point) < 0) break;
            end -= Character.charCount(point);
        }
        return text.substring(0, end);
    }

    static boolean isLineEnd(char unit) {
        return (unit >= 10 && unit <= 13)
                || (unit >= 0x1c && unit <= 0x1e)
                || unit == 0x85
                || unit == 0x2028
                || unit == 0x2029;
    }

    static List<String> lines(String text, boolean keepEnds) {
        var lines = new ArrayList<String>();
        var start = 0;
        for (var i = 0; i < text.length(); i++) {
            if (!isLineEnd(text.charAt(i))) continue;
            var end = i;
            if (text.startsWith("\r\n", i)) i++;
            lines.add(text.substring(start, keepEnds ? i + 1 : end));
            start = i + 1;
        }
        if (start < text.length()) lines.add(text.substring(start));
        return lines;
    }

    static boolean isDecimal(int point) {
        return Character.getType(point) == Character.DECIMAL_DIGIT_NUMBER;
    }

    static boolean isCased(int point) {
        return Character.isUpperCase(point)
                || Character.isLowerCase(point)
                || Character.isTitleCase(point);
    }

    static boolean isWord(int point) {
        return point == '_' || Character.isLetter(point) || isNumeric(point);
    }

    static boolean isNumeric(int point) {
        var type = Character.getType(point);
        return type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    static boolean isNameStart(int point) {
        return point == '_' || Character.isUnicodeIdentifierStart(point);
    }

    static boolean isNamePart(int point) {
        return point == '_'
                || (Character.isUnicodeIdentifierPart(point)
                        && !Character.isIdentifierIgnorable(point));
    }
}
