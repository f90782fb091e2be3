"""What no single row can say: the words of a fixed version stand, a round is of one, and a sheet is of its round."""

from django.db import migrations

_WORDS = """
CREATE FUNCTION surveys_words_stand() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    within uuid;
    fixed timestamptz;
BEGIN
    IF current_user = 'samsyn_retention' THEN
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    IF TG_OP = 'UPDATE' AND to_jsonb(OLD) IS NOT DISTINCT FROM to_jsonb(NEW) THEN
        RETURN NEW;
    END IF;
    IF TG_TABLE_NAME = 'surveys_question' THEN
        within := CASE TG_OP WHEN 'DELETE' THEN OLD.version_id ELSE NEW.version_id END;
    ELSE
        SELECT q.version_id INTO within FROM surveys_question q
         WHERE q.id = CASE TG_OP WHEN 'DELETE' THEN OLD.question_id ELSE NEW.question_id END;
    END IF;
    SELECT v.fixed_at INTO fixed FROM surveys_version v WHERE v.id = within FOR SHARE;
    IF NOT FOUND OR fixed IS NOT NULL THEN
        RAISE EXCEPTION 'The words of a fixed version stand. Begin a new one.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER surveys_words_stand BEFORE INSERT OR UPDATE OR DELETE ON surveys_question
    FOR EACH ROW EXECUTE FUNCTION surveys_words_stand();
CREATE TRIGGER surveys_words_stand BEFORE INSERT OR UPDATE OR DELETE ON surveys_questiontext
    FOR EACH ROW EXECUTE FUNCTION surveys_words_stand();
"""
"""FOR SHARE: who fixes the version waits for who is writing in it, and the other way round. A version that
one may not write in is not found: nobody adds a question to another's."""

_OPENS = """
CREATE FUNCTION surveys_round_opens() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM surveys_version v
                    WHERE v.id = NEW.version_id AND v.partnership_id = NEW.partnership_id AND v.fixed_at IS NOT NULL) THEN
        RAISE EXCEPTION 'Only a fixed version is asked.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER surveys_round_opens BEFORE INSERT ON surveys_round
    FOR EACH ROW EXECUTE FUNCTION surveys_round_opens();

CREATE FUNCTION surveys_round_stays_closed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.closed_at IS NOT NULL AND to_jsonb(OLD) IS DISTINCT FROM to_jsonb(NEW)
       AND current_user <> 'samsyn_retention' THEN
        RAISE EXCEPTION 'A round is closed once.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER surveys_round_stays_closed BEFORE UPDATE ON surveys_round
    FOR EACH ROW EXECUTE FUNCTION surveys_round_stays_closed();
"""

_ARRIVES = """
CREATE FUNCTION surveys_sheet_arrives() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_user <> 'samsyn_retention' AND NOT EXISTS (
        SELECT FROM surveys_round r
         WHERE r.id = NEW.round_id AND r.organisation_id = NEW.organisation_id AND r.partnership_id = NEW.partnership_id
           AND NEW.day BETWEEN r.first_day AND r.last_day AND r.closed_at IS NULL) THEN
        RAISE EXCEPTION 'A sheet is of an open round of its own organisation.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER surveys_sheet_arrives BEFORE INSERT ON surveys_sheet
    FOR EACH ROW EXECUTE FUNCTION surveys_sheet_arrives();

CREATE FUNCTION surveys_answer_arrives() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_user <> 'samsyn_retention' AND NOT EXISTS (
        SELECT FROM surveys_sheet s
          JOIN surveys_round r ON r.id = s.round_id
          JOIN surveys_question q ON q.version_id = r.version_id
         WHERE s.id = NEW.sheet_id AND q.id = NEW.question_id
           AND s.organisation_id = NEW.organisation_id AND s.partnership_id = NEW.partnership_id) THEN
        RAISE EXCEPTION 'An answer is to a question that was asked.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER surveys_answer_arrives BEFORE INSERT ON surveys_answer
    FOR EACH ROW EXECUTE FUNCTION surveys_answer_arrives();
CREATE TRIGGER surveys_answer_arrives BEFORE INSERT ON surveys_freetext
    FOR EACH ROW EXECUTE FUNCTION surveys_answer_arrives();
"""
"""The retention role lays the same rows in another order at night (jobs.py), also those of rounds that have ended."""

_BACK = """
DROP TRIGGER surveys_words_stand ON surveys_question;
DROP TRIGGER surveys_words_stand ON surveys_questiontext;
DROP FUNCTION surveys_words_stand();
DROP TRIGGER surveys_round_opens ON surveys_round;
DROP FUNCTION surveys_round_opens();
DROP TRIGGER surveys_round_stays_closed ON surveys_round;
DROP FUNCTION surveys_round_stays_closed();
DROP TRIGGER surveys_sheet_arrives ON surveys_sheet;
DROP FUNCTION surveys_sheet_arrives();
DROP TRIGGER surveys_answer_arrives ON surveys_answer;
DROP TRIGGER surveys_answer_arrives ON surveys_freetext;
DROP FUNCTION surveys_answer_arrives();
"""


class Migration(migrations.Migration):
    dependencies = [("surveys", "0002_walls")]

    operations = [migrations.RunSQL(_WORDS + _OPENS + _ARRIVES, _BACK)]
