import { also, anything, fields, flag, list, type Rule, string, typed, word } from "./rules.ts";

/** A text without markup, of at most `max` characters. */
export const plain = (max: number): Rule =>
  typed({ plain_text: fields({ text: string(max) }, { emoji: flag }) });

/** A text with or without markup, of at most `max` characters. */
export const text = (max: number): Rule =>
  typed({
    plain_text: fields({ text: string(max) }, { emoji: flag }),
    mrkdwn: fields({ text: string(max) }, { verbatim: flag }),
  });

const id = string(255);
const style = word("primary", "danger");
const confirm = fields(
  { text: text(300) },
  { title: plain(100), confirm: plain(30), deny: plain(30), style },
);
const option = (label: Rule): Rule =>
  fields({ text: label, value: string(150) }, { description: text(75), url: string(3000) });
const plainOptions = (max: number, min = 1) => list(option(plain(75)), max, min);
const richOptions = list(option(text(75)), 10);
const groups = list(fields({ label: plain(75), options: plainOptions(100) }), 100);
const shared = { action_id: id, confirm, focus_on_load: flag, placeholder: plain(150) };
const many = { ...shared, max_selected_items: anything };
const typing = {
  action_id: id,
  placeholder: plain(150),
  focus_on_load: flag,
  dispatch_action_config: anything,
};
const picture = also(
  fields({ alt_text: string(2000) }, { image_url: string(3000), slack_file: anything }),
  (value) =>
    value.image_url || value.slack_file ? undefined : "missing required field: image_url or slack_file",
);
const chosen = (rule: Rule): Rule =>
  also(rule, (value) =>
    value.options || value.option_groups ? undefined : "missing required field: options",
  );

/** A picture inside a section or a context. */
export const image = picture;

/** What a person can press. */
export const BUTTONS: Record<string, Rule> = {
  button: fields(
    { text: plain(75) },
    {
      action_id: id,
      value: string(2000),
      url: string(3000),
      style,
      confirm,
      accessibility_label: string(75),
    },
  ),
  workflow_button: fields(
    { text: plain(75), workflow: anything },
    { action_id: id, style, accessibility_label: string(75) },
  ),
  overflow: fields({ options: plainOptions(10) }, { action_id: id, confirm }),
};

/** What a person can choose from. */
export const CHOICES: Record<string, Rule> = {
  checkboxes: fields({ options: richOptions }, { ...shared, initial_options: richOptions }),
  radio_buttons: fields({ options: richOptions }, { ...shared, initial_option: anything }),
  datepicker: fields({}, { ...shared, initial_date: string(10) }),
  timepicker: fields({}, { ...shared, initial_time: string(5), timezone: string(255) }),
  datetimepicker: fields({}, { ...shared, initial_date_time: anything }),
  static_select: chosen(
    fields({}, { ...shared, options: plainOptions(100), option_groups: groups, initial_option: anything }),
  ),
  multi_static_select: chosen(
    fields({}, { ...many, options: plainOptions(100), option_groups: groups, initial_options: anything }),
  ),
  users_select: fields({}, { ...shared, initial_user: string(255) }),
  multi_users_select: fields({}, { ...many, initial_users: anything }),
  channels_select: fields({}, { ...shared, initial_channel: string(255), response_url_enabled: flag }),
  multi_channels_select: fields({}, { ...many, initial_channels: anything }),
  conversations_select: fields(
    {},
    {
      ...shared,
      initial_conversation: string(255),
      default_to_current_conversation: flag,
      filter: anything,
      response_url_enabled: flag,
    },
  ),
  multi_conversations_select: fields(
    {},
    {
      ...many,
      initial_conversations: anything,
      default_to_current_conversation: flag,
      filter: anything,
    },
  ),
  external_select: fields({}, { ...shared, initial_option: anything, min_query_length: anything }),
  multi_external_select: fields({}, { ...many, initial_options: anything, min_query_length: anything }),
};

/** What a person can type into, or drop a file on. */
export const INPUTS: Record<string, Rule> = {
  plain_text_input: fields(
    {},
    {
      ...typing,
      initial_value: string(3000, 0),
      multiline: flag,
      min_length: anything,
      max_length: anything,
    },
  ),
  email_text_input: fields({}, { ...typing, initial_value: string(3000) }),
  url_text_input: fields({}, { ...typing, initial_value: string(3000) }),
  number_input: fields(
    { is_decimal_allowed: flag },
    {
      ...typing,
      initial_value: string(3000),
      min_value: anything,
      max_value: anything,
    },
  ),
  rich_text_input: fields(
    {},
    { ...typing, initial_value: anything, min_lines: anything, max_lines: anything },
  ),
  file_input: fields({}, { action_id: id, filetypes: anything, max_files: anything }),
};

const feedback = fields({ text: plain(75), value: string(2000) }, { accessibility_label: string(75) });

/** What stands below an answer, to rate or to remove it. */
export const AFTERTHOUGHTS: Record<string, Rule> = {
  feedback_buttons: fields({ positive_button: feedback, negative_button: feedback }, { action_id: id }),
  icon_button: fields(
    { icon: string(75), text: plain(75) },
    {
      action_id: id,
      value: string(2000),
      confirm,
      accessibility_label: string(75),
      visible_to_user_ids: anything,
    },
  ),
};
