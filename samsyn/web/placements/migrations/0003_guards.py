"""What PostgreSQL refuses whoever writes: to show someone without a consent, and to hold a place longer than agreed.

The triggers come after the walls: who may not write a row hears only that. They read with the writer's own eyes, and
what they look for, the one who may write can also see, but for who else has a place. The day is the
one that the doorman set (`samsyn.day`); under a job without a day it is today.
"""

from django.db import migrations

_DAY = "coalesce(nullif(current_setting('samsyn.day', true), '')::date, current_date)"

_COVERED = f"""
CREATE FUNCTION placements_covered(whose uuid, whom uuid, what text) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT FROM placements_consent c
         WHERE c.participant_id = whose AND c.recipient_id = whom AND what = ANY (c.scope)
           AND c.withdrawn_at IS NULL AND c.given_on <= {_DAY} AND (c.until IS NULL OR c.until > {_DAY}))
$$;
"""

_OPENED = f"""
CREATE FUNCTION placements_participant_opened() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.open_to_id IS NOT NULL AND NOT EXISTS (
        SELECT FROM placements_consent c
         WHERE c.participant_id = NEW.id AND c.recipient_id = NEW.open_to_id AND 'identity' = ANY (c.scope)
           AND c.withdrawn_at IS NULL AND c.given_on <= {_DAY}
           AND (c.until IS NULL OR (c.until > {_DAY} AND NEW.open_until <= c.until)))
    THEN
        RAISE EXCEPTION 'Nobody is shown to another organisation without a consent in force.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'shown_only_under_a_consent';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER placements_participant_opened AFTER INSERT OR UPDATE OF open_to_id, open_until ON placements_participant
    FOR EACH ROW EXECUTE FUNCTION placements_participant_opened();
"""

_WITHDRAWN = """
CREATE FUNCTION placements_consent_withdrawn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.withdrawn_at IS NOT NULL AND NEW.withdrawn_at IS DISTINCT FROM OLD.withdrawn_at
       AND current_user <> 'samsyn_retention' THEN
        RAISE EXCEPTION 'A consent that was withdrawn stays withdrawn. Record another.'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.withdrawn_at IS NOT NULL THEN
        -- Also where nothing is open: whoever is about to open it waits, and then finds the consent withdrawn.
        PERFORM FROM placements_participant WHERE id = NEW.participant_id FOR UPDATE;
        UPDATE placements_participant SET open_to_id = NULL, open_until = NULL
         WHERE id = NEW.participant_id AND open_to_id = NEW.recipient_id;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER placements_consent_withdrawn AFTER UPDATE OF withdrawn_at ON placements_consent
    FOR EACH ROW EXECUTE FUNCTION placements_consent_withdrawn();
"""

_SENT = """
CREATE FUNCTION placements_referral_sent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.sent_at IS NOT NULL AND (TG_OP = 'INSERT' OR OLD.sent_at IS NULL)
       AND NOT placements_covered(NEW.participant_id, NEW.host_id, 'identity') THEN
        RAISE EXCEPTION 'Nobody is referred without a consent in force.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'sent_only_under_a_consent';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER placements_referral_sent AFTER INSERT OR UPDATE OF sent_at ON placements_referral
    FOR EACH ROW EXECUTE FUNCTION placements_referral_sent();
"""

_SHARED = """
CREATE FUNCTION placements_row_shared() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    p record;
BEGIN
    IF NEW.shared THEN
        SELECT participant_id, organisation_id INTO p FROM placements_placement WHERE id = NEW.placement_id;
        IF NOT placements_covered(p.participant_id, p.organisation_id, TG_ARGV[0]) THEN
            RAISE EXCEPTION 'Nothing is shared about a participant without a consent in force.'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'shared_only_under_a_consent';
        END IF;
    END IF;
    RETURN NEW;
END $$;
"""

_WHAT = {"stepdone": "path", "attendance": "attendance", "selfassessment": "assessment", "closing": "result"}
_SHARED_ON = "".join(
    f"""
CREATE TRIGGER placements_{table}_shared AFTER INSERT OR UPDATE ON placements_{table}
    FOR EACH ROW WHEN (NEW.shared) EXECUTE FUNCTION placements_row_shared('{what}');
"""
    for table, what in _WHAT.items()
)

_LENGTH = """
CREATE FUNCTION placements_longest(whose uuid, by_rule date, until_day date) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT by_rule IS NULL OR until_day <= by_rule OR EXISTS (
        SELECT FROM placements_extension e
         WHERE e.placement_id = whose AND e.in_force_on IS NOT NULL AND e.last >= until_day)
$$;
CREATE FUNCTION placements_placement_length() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT placements_longest(NEW.id, NEW.longest_last, NEW.planned_last) THEN
        RAISE EXCEPTION 'A placement is longer than agreed only by an extension that both have approved.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'longer_only_by_an_extension';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER placements_placement_length AFTER INSERT OR UPDATE OF planned_last, longest_last ON placements_placement
    FOR EACH ROW EXECUTE FUNCTION placements_placement_length();

CREATE FUNCTION placements_occupancy_fits() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    p record;
    place record;
BEGIN
    SELECT * INTO p FROM placements_placement WHERE id = NEW.placement_id;
    SELECT * INTO place FROM placements_trainingplace WHERE id = NEW.place_id;
    IF (p.organisation_id, p.sender_id, p.partnership_id, place.partnership_id, place.pool) IS DISTINCT FROM
       (NEW.organisation_id, NEW.sender_id, NEW.partnership_id, NEW.partnership_id, p.pool) THEN
        RAISE EXCEPTION 'The place, the placement and the time are not of the same pool.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'a_time_is_of_one_pool';
    END IF;
    IF NEW.first < NEW.until AND (NEW.first < place.since OR NEW.until > place.until) THEN
        RAISE EXCEPTION 'The place is not there on all of those days.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'a_time_is_within_its_place';
    END IF;
    IF NEW.first < p.first_day OR NOT placements_longest(p.id, p.longest_last, NEW.until - 1) THEN
        RAISE EXCEPTION 'A place is held longer than agreed only by an extension that both have approved.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'longer_only_by_an_extension';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER placements_occupancy_fits AFTER INSERT OR UPDATE ON placements_occupancy
    FOR EACH ROW EXECUTE FUNCTION placements_occupancy_fits();
ALTER TABLE placements_occupancy ADD CONSTRAINT a_time_is_the_participant_s
    FOREIGN KEY (placement_id, participant_id) REFERENCES placements_placement (id, participant_id)
    DEFERRABLE INITIALLY DEFERRED;

CREATE FUNCTION placements_place_ends() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    sight text := coalesce(current_setting('samsyn.job', true), '');
    promised boolean;
BEGIN
    -- Also to someone whom the one who writes may not see. An error puts the setting back by itself.
    PERFORM set_config('samsyn.job', 'count', true);
    promised := EXISTS (
        SELECT FROM placements_occupancy o WHERE o.place_id = NEW.id AND o.until > NEW.until AND o.first < o.until);
    PERFORM set_config('samsyn.job', sight, true);
    IF promised THEN
        RAISE EXCEPTION 'The place is promised after that day.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'a_time_is_within_its_place';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER placements_place_ends AFTER UPDATE OF until ON placements_trainingplace
    FOR EACH ROW EXECUTE FUNCTION placements_place_ends();
"""

_BOTH = """
CREATE FUNCTION placements_extension_approved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.in_force_on IS NOT NULL AND 2 > (
        SELECT count(DISTINCT a.organisation_id) FROM placements_extensionapproval a
          JOIN placements_placement p ON p.id = NEW.placement_id
         WHERE a.extension_id = NEW.id AND a.organisation_id IN (p.organisation_id, p.sender_id)) THEN
        RAISE EXCEPTION 'An extension takes effect when both organisations have approved it.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'extended_by_both';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER placements_extension_approved AFTER INSERT OR UPDATE ON placements_extension
    FOR EACH ROW EXECUTE FUNCTION placements_extension_approved();
"""

_UNDO = """
DROP TRIGGER placements_extension_approved ON placements_extension;
DROP FUNCTION placements_extension_approved();
DROP TRIGGER placements_place_ends ON placements_trainingplace;
DROP FUNCTION placements_place_ends();
ALTER TABLE placements_occupancy DROP CONSTRAINT a_time_is_the_participant_s;
DROP TRIGGER placements_occupancy_fits ON placements_occupancy;
DROP FUNCTION placements_occupancy_fits();
DROP TRIGGER placements_placement_length ON placements_placement;
DROP FUNCTION placements_placement_length();
DROP FUNCTION placements_longest(uuid, date, date);
DROP TRIGGER placements_stepdone_shared ON placements_stepdone;
DROP TRIGGER placements_attendance_shared ON placements_attendance;
DROP TRIGGER placements_selfassessment_shared ON placements_selfassessment;
DROP TRIGGER placements_closing_shared ON placements_closing;
DROP FUNCTION placements_row_shared();
DROP TRIGGER placements_referral_sent ON placements_referral;
DROP FUNCTION placements_referral_sent();
DROP TRIGGER placements_consent_withdrawn ON placements_consent;
DROP FUNCTION placements_consent_withdrawn();
DROP TRIGGER placements_participant_opened ON placements_participant;
DROP FUNCTION placements_participant_opened();
DROP FUNCTION placements_covered(uuid, uuid, text);
"""


class Migration(migrations.Migration):
    dependencies = [("placements", "0002_walls")]

    operations = [
        migrations.RunSQL("".join((_COVERED, _OPENED, _WITHDRAWN, _SENT, _SHARED, _SHARED_ON, _LENGTH, _BOTH)), _UNDO)
    ]
