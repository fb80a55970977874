package io.pipewright.engine.project;

/// What kind of block it is: type and language, with the words exactly as the file has them.
public record BlockKind(
        BlockType type, String typeWord, BlockLanguage language, String languageWord) {

    public static BlockKind of(String typeWord, String languageWord) {
        return new BlockKind(
                BlockType.of(typeWord), typeWord, BlockLanguage.of(languageWord), languageWord);
    }
}
