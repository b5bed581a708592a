package io.daybook.route;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.comments.CommentType;
import org.snakeyaml.engine.v2.scanner.ScannerImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.tokens.CommentToken;
import org.snakeyaml.engine.v2.tokens.Token;

/** The tokens of a YAML text: what its nodes do not tell, comments and aliases. */
record Tokens(List<Token> tokens) {

  private static final LoadSettings WITH_COMMENTS =
      LoadSettings.builder().setParseComments(true).build();
  private static final Set<Token.ID> HEAD =
      Set.of(
          Token.ID.StreamStart,
          Token.ID.Directive,
          Token.ID.DocumentStart,
          Token.ID.Comment,
          Token.ID.StreamEnd);

  static Tokens of(String yaml) {
    ScannerImpl scanner = new ScannerImpl(WITH_COMMENTS, new StreamReader(WITH_COMMENTS, yaml));
    Iterable<Token> all = () -> scanner;
    return new Tokens(StreamSupport.stream(all.spliterator(), false).toList());
  }

  /** Returns the lines of the comments below the block at the top. */
  IntStream lateComments() {
    Stream<Token> body = tokens.stream().dropWhile(t -> HEAD.contains(t.getTokenId()));
    return body.filter(Tokens::isWritten).mapToInt(Tokens::line);
  }

  /** Returns the lines of the aliases, as in {@code *same-as-above}. */
  IntStream aliases() {
    return tokens.stream().filter(t -> t.getTokenId() == Token.ID.Alias).mapToInt(Tokens::line);
  }

  /** Blank lines come as comment tokens, too. */
  private static boolean isWritten(Token token) {
    return token instanceof CommentToken comment
        && comment.getCommentType() != CommentType.BLANK_LINE;
  }

  private static int line(Token token) {
    return token.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }
}
