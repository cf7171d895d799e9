/** The template of a new flow's moods once the customer has been heard. */
export const AFTER_HEARD = `
  open:
    emoji: 😐
    feels: I've been heard. Now I want to see something happen.
    calls-for: [question, de-escalation]
    hint:
      - What don't you know yet that a good answer depends on?
      - Ask for what only «called» can tell, and leave the fix for the message after that.
      - «question»
    says: «4»
      - I'm listening.
      - All right so far. And then?
      - What do you need from me?
      - I'm still here. What happens next?
      - Don't stop there.
      - Okay. Somebody's there, at least.
      - Mm. And what does that come to?
      - Take the time you need. Just don't go quiet on me.
    rules:
      - when: escalating
        says: «2»
          - And we were doing so well.
          - I had just begun to trust you.
          - Oh. I'd thought you were different.
          - There it is after all.
        because: One brush-off took back what had been gained.
        go: cold
      - when: overpromise
        says: «2»
          - You were honest with me until that sentence.
          - Please don't promise what you can't know.
          - That's too good to be true, so I don't take it.
          - I'd have believed something smaller.
        because: A promise that nobody can be sure of cost the trust that had just begun.
        go: upset
      - when: dwelling
        says: «2»
          - I know that you know. Can we move?
          - You're kind. Now be quick as well.
          - You've understood it. You can start working.
          - That doesn't get «stake 1» any further, though.
        because: It had been understood already, and nothing moved.
      - when: repeated-apology
        says:
          - Your apology has arrived. What comes next?
          - You don't have to keep saying it.
        because: The apology had arrived long ago. Repeating it held things up.
      - when: asked-again
        says: «2»
          - Didn't I just say?
          - You have that from me already.
          - I've answered that one.
        because: Asking for what had been told made it look as if nobody was keeping track.
      - when: solution
        without: question
        need: { in-a-row: { solution: 3 } } # one fix after the other, without a break
        feel: { frustration: +8, trust: -10 }
        says:
          - That's the third answer, and you haven't asked me anything.
          - Stop sending me answers. Ask me something.
          - You're guessing. I'm not a lock that you try keys on.
        because: One fix came after the other, and nothing was asked in between.
        go: upset
      - when: solution # a good fix, built on a guess
        without: question
        need: { not-knows: «fact» }
        says: «3»
          - It might fit. There's something you haven't asked me yet.
          - Does that work out? You can't know, can you?
          - You're planning this without knowing everything.
          - Good idea. It hangs on a thing that only I can tell you.
        because: The plan was built on a guess. What it depends on had not been asked for.
      - when: solution
        need: { knows: «fact» } # told before this message; a plan in the same breath as the question is a guess
        says: «3»
          - That would fit. Yes.
          - Okay. You asked first, and it shows.
          - That could work. On paper it could.
          - So there is a way. All right.
          - That takes in what I told you. Good.
          - Hm. Yes. I hadn't thought of that.
        because: The plan fits, because you had asked what it depends on.
        go: deciding
      - when: concrete-de-escalation
        need: { knows: «fact» }
        says:
          - Good. You do that yourself? Then let's see about the rest.
          - That's a start, and it fits what I told you.
          - All right. I can see where this is going.
        because: A step that can be checked, built on what had been told.
        go: deciding
      - when: specific-validation
        without: question
        says: «2»
          - Yes. You've got it. Ask me what you need.
          - That's right. I don't have to hear it twice, though.
          - Thank you. And now?
          - «Stake 1», yes. So what do you need to know?
        because: It had been heard already. What was missing by now was a question.
      - when: handover
        says:
          - Please don't. You're the first one who read it.
          - Only if they know all this before I have to tell it again.
        because: Just when somebody listened, there was going to be somebody else.
      - when: concrete-de-escalation
        says:
          - Good. That's a thing I can hold on to. What do you still need for it?
          - You're doing that yourself? Then you'll want to know something first.
        because: A step that can be checked. It still lacks what only «called» can tell.
      - when: generic-de-escalation
        says:
          - That could mean anything. What will you actually do?
          - You've slipped back into letter-writing.
        because: After specific words, a vague one was a step back.

  deciding:
    emoji: 🤔
    feels: There's a plan. I'd like to know what it's worth when something goes wrong.
    calls-for: [de-escalation]
    hint:
      - There is a plan. What would you still lie awake over?
      - Say who does what by when, and when they hear from you either way. Leave out what you can't know.
    says: «4»
      - And if it doesn't work out?
      - Who does that, and by when?
      - When do I hear from you? Not "soon". When?
      - I'd like to believe it. What's the weak spot?
      - Nearly. What happens if something gets in the way?
      - I've had plans before. What's different about this one?
      - And I'll hear that from you, will I?
    rules:
      - when: escalating
        says:
          - That's not an answer to what I asked.
          - Careful. I've got one foot out of the door again.
        because: There was a question left, and it was brushed off.
        go: cold
      - when: overpromise
        says:
          - I didn't ask you to be sure. I asked what you'd do if it goes wrong.
          - You had me. And then you promised something that nobody can promise.
        because: The answer to "what if" was that it can't happen, and nobody can know that.
        go: open
      - when: concrete-de-escalation
        need: { heard: specific-validation }
        because: You said who does what, even if something slips.
        go: helped
      - when: timeframe
        without: [validation, question] # an hour that is asked for is not one that is named
        need: { heard: specific-validation }
        because: You said by when, whatever the news is.
        go: helped
      - when: concrete-de-escalation # the plan holds, and nobody ever said what it meant
        because: The plan holds. What it had meant never came up.
        go: arranged
      - when: timeframe
        without: [validation, question]
        because: There is a plan and an hour. What it had meant never came up.
        go: arranged
      - when: solution
        says:
          - That's the plan again. Who does it, and by when?
          - Yes, you said. I'd like an hour, or a name.
        because: The plan was clear. What was missing was who does it by when.
      - when: validation
        says:
          - I know you've understood. And if it doesn't work out?
          - You don't have to soothe me. Just tell me who does what.
        because: It no longer had to be understood. It had to be settled.
      - when: generic-de-escalation
        says:
          - Your best isn't a time. Who tells me, and when?
          - Can you make that a small promise that you can keep?
        because: A vague word, just where one was needed that can be checked.
`;
