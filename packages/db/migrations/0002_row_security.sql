-- The second wall: in a transaction of one runner, Postgres itself keeps the rows of all others away. The owner of the tables is not
-- held back. Where the role may not be made, the first wall (every statement names its runner) stands alone.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'legwork_runner') THEN
    CREATE ROLE legwork_runner NOLOGIN;
  END IF;
  GRANT legwork_runner TO CURRENT_USER;
EXCEPTION
  -- Another database of this Postgres made it in this moment.
  WHEN duplicate_object OR unique_violation THEN NULL;
  WHEN insufficient_privilege THEN RAISE WARNING 'The role legwork_runner could not be made';
END $$;--> statement-breakpoint
DO $$
DECLARE
  held text;
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'legwork_runner') THEN RETURN; END IF;
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO legwork_runner', current_schema());
  GRANT SELECT, INSERT, UPDATE, DELETE ON
    "runner_head", "record", "record_past", "op_receipt", "op_quarantine", "access_grant", "device", "summary" TO legwork_runner;
  GRANT SELECT ON "server_state", "account_runner", "squad", "user" TO legwork_runner;
  FOREACH held IN ARRAY ARRAY[
    'runner_head', 'record', 'record_past', 'op_receipt', 'op_quarantine', 'access_grant', 'device', 'summary'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', held);
    EXECUTE format(
      'CREATE POLICY one_runner ON %I TO legwork_runner USING (runner_id = nullif(current_setting(''legwork.runner'', true), '''')::uuid)',
      held
    );
  END LOOP;
END $$;
