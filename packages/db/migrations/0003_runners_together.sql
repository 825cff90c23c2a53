-- The second wall for a transaction of several runners: the setting, which held one id, holds a list of them. Read once a statement, not
-- once a row.
DO $$
DECLARE
  held text;
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'legwork_runner') THEN RETURN; END IF;
  FOR held IN SELECT tablename FROM pg_policies WHERE policyname = 'one_runner' AND schemaname = current_schema() LOOP
    EXECUTE format(
      'ALTER POLICY one_runner ON %I USING (runner_id = ANY ((SELECT string_to_array(nullif(current_setting(''legwork.runner'', true), ''''), '',''))::uuid[]))',
      held
    );
    EXECUTE format('ALTER POLICY one_runner ON %I RENAME TO named_runners', held);
  END LOOP;
END $$;
