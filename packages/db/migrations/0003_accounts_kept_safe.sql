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
ALTER TABLE "rate_limit" ADD COLUMN "ends_at" bigint NOT NULL;--> statement-breakpoint
ALTER TABLE "known_client" ADD CONSTRAINT "known_client_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rate_limit_ends_at" ON "rate_limit" USING btree ("ends_at");