export { carryOver } from "@/sync";
