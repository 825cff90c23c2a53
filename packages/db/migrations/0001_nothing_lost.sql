CREATE TABLE "deleted_session" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"deleted_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deletion_note" (
	"account" text PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"token_hashes" "bytea"[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "known_client" (
	"user_id" text NOT NULL,
	"client_hash" "bytea" NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "known_client_user_id_client_hash_pk" PRIMARY KEY("user_id","client_hash")
);
--> statement-breakpoint
CREATE TABLE "server_state" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"epoch" uuid DEFAULT gen_random_uuid() NOT NULL,
	"restored_at" timestamp with time zone
);
--> statement-breakpoint
DELETE FROM "rate_limit";--> statement-breakpoint
ALTER TABLE "rate_limit" ADD COLUMN "ends_at" bigint NOT NULL;--> statement-breakpoint
ALTER TABLE "record" ADD COLUMN "changed_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "runner_head" ADD COLUMN "ended_epochs" json DEFAULT '{}'::json NOT NULL;--> statement-breakpoint
INSERT INTO "server_state" DEFAULT VALUES;--> statement-breakpoint
ALTER TABLE "runner_head" ADD COLUMN "server_epoch" uuid;--> statement-breakpoint
UPDATE "runner_head" SET "server_epoch" = (SELECT "epoch" FROM "server_state");--> statement-breakpoint
ALTER TABLE "runner_head" ALTER COLUMN "server_epoch" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "known_client" ADD CONSTRAINT "known_client_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rate_limit_ends_at" ON "rate_limit" USING btree ("ends_at");--> statement-breakpoint
CREATE INDEX "record_past_of_record" ON "record_past" USING btree ("runner_id","id","rev");