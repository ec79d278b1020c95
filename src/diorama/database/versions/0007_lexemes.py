"""Words that entries have, so that a search by beginnings goes by whole words (`history/wanted.py`).

GIN answers 'violin':* & 'lemon':* by collecting the places of all words that begin so, each time; of whole words it walks the places of both side by side
(110 and 5 ms for two words that 58,000 entries each have and none has both). Nobody waits for another's word: the same may stand twice. None is taken out.
"""

from diorama.database.steps import take

revision = "0007"
down_revision = "0006"

MOST = 64
"""Words of one beginning that are told one by one; of more the beginning stays."""
STATEMENTS = (
    'CREATE TABLE lexemes (word TEXT COLLATE "C" NOT NULL)',
    "LOCK TABLE entries IN SHARE ROW EXCLUSIVE MODE",
    "INSERT INTO lexemes SELECT word FROM ts_stat('SELECT words FROM entries')",
    "CREATE INDEX lexemes_word ON lexemes(word)",
    """CREATE FUNCTION diorama_lexemes() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        INSERT INTO lexemes SELECT lexeme FROM unnest(NEW.words) WHERE NOT EXISTS (SELECT 1 FROM lexemes WHERE word = lexeme COLLATE "C");
        RETURN NULL;
    END $$""",
    "CREATE TRIGGER lexemes_kept AFTER INSERT OR UPDATE OF prompt, subjects, note ON entries FOR EACH ROW EXECUTE FUNCTION diorama_lexemes()",
    f"""CREATE FUNCTION diorama_whole_words(given TSQUERY) RETURNS tsquery LANGUAGE plpgsql STABLE AS $$
    DECLARE
        start TEXT;
        found TEXT[];
        every TSQUERY;
        made TSQUERY;
    BEGIN
        FOR start IN SELECT replace((regexp_matches(given::text, '''((?:[^'']|'''')*)'':\\*', 'g'))[1], '''''', '''') LOOP
            found := ARRAY(SELECT DISTINCT word FROM lexemes
                WHERE word >= start AND word < (start || chr(1114111)) COLLATE "C" ORDER BY word LIMIT {MOST + 1});
            IF cardinality(found) BETWEEN 1 AND {MOST} THEN
                SELECT string_agg('''' || replace(replace(one, '\\', '\\\\'), '''', '''''') || '''', ' | ')::tsquery INTO every FROM unnest(found) AS one;
            ELSE
                every := ('''' || replace(replace(start, '\\', '\\\\'), '''', '''''') || ''':*')::tsquery;
            END IF;
            made := CASE WHEN made IS NULL THEN every ELSE made && every END;
        END LOOP;
        RETURN coalesce(made, given);
    END $$""",
)



def upgrade() -> None:
    take(STATEMENTS)
