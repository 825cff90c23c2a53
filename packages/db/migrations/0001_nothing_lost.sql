CREATE TABLE "deleted_session" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"deleted_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "server_state" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"epoch" uuid DEFAULT gen_random_uuid() NOT NULL,
	"restored_at" timestamp with time zone
);
--> statement-breakpoint
INSERT INTO "server_state" DEFAULT VALUES;--> statement-breakpoint
ALTER TABLE "runner_head" ADD COLUMN "server_epoch" uuid;--> statement-breakpoint
UPDATE "runner_head" SET "server_epoch" = (SELECT "epoch" FROM "server_state");--> statement-breakpoint
ALTER TABLE "runner_head" ALTER COLUMN "server_epoch" SET NOT NULL;--> statement-breakpoint
CREATE INDEX "record_past_of_record" ON "record_past" USING btree ("runner_id","id","rev");